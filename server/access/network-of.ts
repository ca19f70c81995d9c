import { isIPv6 } from "node:net";

/** A household or office has so many leading groups of an IPv6 address to itself (RFC 6177), and the rest to choose from. */
const groupsOfNetwork = 4;
const groupsOfAddress = 8;

/** What an address is counted as: of an IPv6 one its /64 network, as its owner has 2^64 addresses to send from. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [before = "", after] = address.split("::");
  const leading = before.split(":").filter(Boolean);
  const trailing = (after ?? "").split(":").filter(Boolean);
  const zeros = Array.from({ length: groupsOfAddress - leading.length - trailing.length }, () => "0");
  const groups = [...leading, ...zeros, ...trailing].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, groupsOfNetwork).join(":")}::/64`;
}
