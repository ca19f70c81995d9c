import { posix } from "node:path";
import type { Archive } from "./archive.ts";
import { walkXml } from "./xml.ts";

/** What a part refers to inside its own archive: the part's name and what it is there for. */
export interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** The relations of a part by id. Those that lead out of the archive are left out: nothing outside is ever read. */
export async function readRelations(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const xml = await archive.readText(posix.join(folder, "_rels", `${posix.basename(part)}.rels`));
  const relations = new Map<string, Relation>();
  if (xml === null) return relations;
  walkXml(xml, {
    open(name, { Id, Type = "", Target = "", TargetMode }) {
      if (name !== "Relationship" || Id === undefined || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { kind: posix.basename(Type), target });
    },
  });
  return relations;
}

/** The part that an office file opens with. */
export async function mainPart(archive: Archive, usual: string): Promise<string> {
  const relations = await readRelations(archive, "");
  const named = [...relations.values()].find((relation) => relation.kind === "officeDocument");
  return named?.target ?? usual;
}
