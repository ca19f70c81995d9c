import { z } from "@hono/zod-openapi";
import type { UploadReply, UploadState } from "../api/documents.ts";

export const uploadQuerySchema = z.strictObject({
  replace: z
    .enum(["true", "false"])
    .default("false")
    .openapi({ description: "Whether a file of the same name is replaced; it is refused otherwise." }),
});

export const uploadReplySchema = z
  .object({
    files: z.array(
      z.discriminatedUnion("status", [
        z.object({
          name: z.string(),
          status: z.literal("stored"),
          id: z.string(),
          replaced: z.boolean(),
        }),
        z.object({
          name: z.string(),
          status: z.literal("refused"),
          code: z.string().openapi({ description: "A stable word for programs." }),
          message: z.string(),
        }),
      ]),
    ),
  })
  .openapi("UploadReply") satisfies z.ZodType<UploadReply>;

export const uploadStateSchema = z
  .object({
    allowed: z.boolean(),
    ingest: z.enum(["running", "failed", "done"]),
  })
  .openapi("UploadState") satisfies z.ZodType<UploadState>;
