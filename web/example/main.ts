import { createIntranet } from "./intranet.ts";

const { PORT = "3001", GROUNDLINE_URL = "http://localhost:3000", EMBED_SECRET } = process.env;

createIntranet({ groundline: new URL(GROUNDLINE_URL).origin, secret: EMBED_SECRET || null }).listen(
  Number(PORT),
  "127.0.0.1",
  () => {
    console.log(`The example intranet is open at http://localhost:${PORT}`);
    console.log(`It needs EMBED_ORIGINS=http://localhost:${PORT} at ${GROUNDLINE_URL}.`);
  },
);
