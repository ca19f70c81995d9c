/** Of a judge, measured on rows whose right verdict is known. */
export interface Reliability {
  /** Share of the supported rows it calls supported. */
  readonly sensitivity: number;
  /** Share of the others it does not. */
  readonly specificity: number;
}

/**
 * The share that is really supported, where a judge of known reliability found `observed` to be (Rogan & Gladen 1978;
 * the simple form of what ARES does, Saad-Falcon et al. 2024). Null for a judge that tells nothing apart.
 */
export function correctRate(observed: number, { sensitivity, specificity }: Reliability): number | null {
  const told = sensitivity + specificity - 1;
  return told <= 0 ? null : Math.min(1, Math.max(0, (observed + specificity - 1) / told));
}
