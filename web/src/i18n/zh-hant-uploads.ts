import type { UploadsWording } from "./en-uploads.ts";

export const zhHantUploads: UploadsWording = {
  uploadTitle: "加入文件",
  uploadDetail:
    "把檔案拖到這裏，或者選擇檔案：純文字、Markdown、HTML、CSV、PDF、Word、Excel 及 PowerPoint，每個不超過 100 MB。加入後隨即讀取。",
  chooseFiles: "選擇檔案",
  sentFiles: "已傳送的檔案",
  uploadSending: "正在傳送……",
  uploadStored: "已加入。",
  uploadReplaced: "已取代。",
  uploadExists: "已有同名檔案。",
  uploadReplace: "取代",
  uploadReplaceNamed: "取代「{{name}}」",
  uploadName: "不能使用這個名稱。",
  uploadNameAction: "請更改檔案名稱。",
  uploadFolder: "無法寫入文件資料夾。",
  uploadLarge: "檔案太大，無法傳送。",
  uploadBusy: "伺服器正忙於接收檔案，請稍後再試。",
  uploadFailed: "檔案未能傳送。",
  uploadServerSays: "伺服器回報：「{{message}}」",
  uploadReading: "正在讀取文件，清單會自動更新。",
  uploadReadingFailed: "未能讀取文件，原因見伺服器日誌。答案仍會來自先前讀取的文件。",
  remove: "移除",
  removeNamed: "移除「{{id}}」",
  removeQuestion: "要移除這份文件嗎？",
  removeDetail: "檔案「{{id}}」將從文件資料夾永久刪除，之後再不能搜尋或引用。",
  removeFailed: "未能移除。",
};
