import { writeFileSync } from "node:fs";
import { readForeignNames } from "./foreign-names.ts";
import { learnSounds } from "./learn-sounds.ts";
import { writeSounds } from "./write-sounds.ts";

const header = `# How Chinese writes the sound of foreign names: a spelling, then characters with what each costs.
# Learned from the names in CC-CEDICT (CC BY-SA 4.0, https://cc-cedict.org) by npm run learn-sounds.
`;

const names = readForeignNames();
const table = writeSounds(learnSounds(names));
writeFileSync(new URL("sounds.txt", import.meta.url), header + table);
console.log(`sounds.txt: ${names.length} names, ${table.split("\n").length - 1} spellings`);
