/** Adding and removing documents, in English. */
export const enUploads = {
  uploadTitle: "Add documents",
  uploadDetail:
    "Drop files here or choose them: text, Markdown, HTML, CSV, PDF, Word, Excel and PowerPoint, up to 100 MB each. They are read at once.",
  chooseFiles: "Choose files",
  sentFiles: "Files sent",
  uploadSending: "Being sent…",
  uploadStored: "Added.",
  uploadReplaced: "Replaced.",
  uploadExists: "There is a file of this name already.",
  uploadReplace: "Replace it",
  uploadReplaceNamed: "Replace “{{name}}”",
  uploadName: "This name cannot be used.",
  uploadNameAction: "Give the file another name.",
  uploadFolder: "The documents folder cannot be written to.",
  uploadLarge: "Too large to be sent.",
  uploadBusy: "The server is busy receiving files; try again in a moment.",
  uploadFailed: "The file could not be sent.",
  uploadServerSays: "The server says: “{{message}}”",
  uploadReading: "The documents are being read. The list follows by itself.",
  uploadReadingFailed:
    "The documents could not be read; the server’s log says why. Answers still come from those read before.",
  remove: "Remove",
  removeNamed: "Remove “{{id}}”",
  removeQuestion: "Remove this document?",
  removeDetail:
    "The file “{{id}}” will be deleted from the documents folder for good, and can no longer be found or cited.",
  removeFailed: "It could not be removed.",
  leftOutUpload:
    "Nothing in these files can be found or cited. Put right what each needs, then add it again.",
};

export type UploadsWording = Readonly<Record<keyof typeof enUploads, string>>;
