import type { UploadsWording } from "./en-uploads.ts";

export const zhHansUploads: UploadsWording = {
  uploadTitle: "添加文件",
  uploadDetail:
    "把文件拖到这里，或者选择文件：纯文本、Markdown、HTML、CSV、PDF、Word、Excel 和 PowerPoint，每个不超过 100 MB。添加后立即读取。",
  chooseFiles: "选择文件",
  sentFiles: "已发送的文件",
  uploadSending: "正在发送……",
  uploadStored: "已添加。",
  uploadReplaced: "已替换。",
  uploadExists: "已有同名文件。",
  uploadReplace: "替换",
  uploadReplaceNamed: "替换“{{name}}”",
  uploadName: "不能使用这个名称。",
  uploadNameAction: "请更改文件名。",
  uploadFolder: "无法写入文档文件夹。",
  uploadLarge: "文件太大，无法发送。",
  uploadBusy: "服务器正忙于接收文件，请稍后再试。",
  uploadFailed: "文件发送失败。",
  uploadServerSays: "服务器报告：“{{message}}”",
  uploadReading: "正在读取文档，列表会自动更新。",
  uploadReadingFailed: "无法读取文档，原因见服务器日志。答案仍会来自之前读取的文档。",
  remove: "移除",
  removeNamed: "移除“{{id}}”",
  removeQuestion: "要移除这份文档吗？",
  removeDetail: "文件“{{id}}”将从文档文件夹永久删除，之后不能再搜索或引用。",
  removeFailed: "无法移除。",
};
