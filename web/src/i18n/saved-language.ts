const key = "groundline.language";

/** Storage may be switched off (private windows, strict settings); the choice then lasts for the page. */
export function readSavedLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function saveLanguage(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The choice holds until the page is left.
  }
}
