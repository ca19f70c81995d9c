/** A staff handbook of 120 numbered lines; line 77 is the only one about mooncakes. */
export const handbook = {
  path: "人事/員工手冊 2024.txt",
  title: "員工手冊",
  citedLine: 77,
  citedText: "中秋節前，公司會向每位員工派發兩盒月餅，由行政部在九月第一個星期一派發。",
  question: "中秋節每位員工獲派多少盒月餅？",
  get text(): string {
    const lines = ["員工手冊", ""];
    while (lines.length < 120) {
      const line = lines.length + 1;
      lines.push(line === this.citedLine ? this.citedText : describeRoom(line));
    }
    return `${lines.join("\n")}\n`;
  },
};

/** A record long enough to be loaded in several parts. */
export const record = {
  path: "records/minutes.txt",
  lineCount: 1300,
  get text(): string {
    const lines = Array.from(
      { length: this.lineCount },
      (_, index) => `Entry ${index + 1} of the minutes was approved.`,
    );
    return `${lines.join("\n")}\n`;
  },
};

/** Its second line is not what it looks like. */
export const disguised = {
  path: "records/disguised.txt",
  text: "Notice\npay\u200bment to \u202eyna\n",
};

function describeRoom(line: number): string {
  return `第 ${line} 號會議室設於總部大樓，可容納 ${(line % 9) + 4} 人，使用前須向接待處登記。`;
}
