import { errors, type JWTPayload, jwtVerify } from "jose";
import { ProblemError } from "../http/problem.ts";

const audience = "groundline";
/** How far the clocks of two servers may be apart. */
const leewayInSeconds = 60;
/** A token that is stolen should not be worth much. */
const longestLifeInSeconds = 10 * 60;
const longestSubject = 255;

/** The subject of a token that the host page's server has signed (RFC 7519); anything wrong with it is a 401. */
export async function verifyEmbedToken(token: string, secret: Uint8Array): Promise<string> {
  const { sub, exp = 0 } = await verify(token, secret);
  if (exp - Date.now() / 1000 > longestLifeInSeconds + leewayInSeconds) {
    throw new ProblemError("token_invalid", "exp: set it to at most 10 minutes from now");
  }
  if (typeof sub !== "string" || sub.trim() === "" || sub.length > longestSubject) {
    throw new ProblemError("token_invalid", "sub: name the reader in 1 to 255 characters");
  }
  return sub;
}

/** Headers such as `kid` and `jku` decide nothing: there is one key and one algorithm. */
async function verify(token: string, secret: Uint8Array): Promise<JWTPayload> {
  try {
    const options = { audience, clockTolerance: leewayInSeconds, requiredClaims: ["exp", "sub"] };
    return (await jwtVerify(token, secret, { ...options, algorithms: ["HS256"] })).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new ProblemError("token_expired");
    throw new ProblemError("token_invalid", explain(error));
  }
}

function explain(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return `aud: set it to "${audience}"`;
    if (error.claim === "nbf") return "nbf: it lies in the future; compare the two servers' clocks";
    return `${error.claim}: put it into the token`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return "alg: sign with HS256";
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return "signature: sign with the EMBED_SECRET that this server has";
  }
  return "send a signed JWT in compact form, as three parts between dots";
}
