/** Gives what goes out as a bearer credential; a stale one, which was refused, is renewed. */
type FindCredential = (isStale: boolean) => Promise<string>;

let findCredential: FindCredential | null = null;

/** For a page inside another one, which has no cookie of its own. */
export function authorizeBy(find: FindCredential): void {
  findCredential = find;
}

export const currentAuthorization = () => findCredential;

export function withCredential(options: RequestInit, credential: string): RequestInit {
  const headers = new Headers(options.headers);
  headers.set("Authorization", `Bearer ${credential}`);
  return { ...options, headers };
}
