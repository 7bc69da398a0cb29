const discordEpoch = 1_420_070_400_000n;

/** A maker of Discord's ids: time since 2015 in milliseconds, then 22 bits that keep them unique and rising. */
export function snowflakes(): () => string {
  let last = 0n;
  return () => {
    const next = (BigInt(Date.now()) - discordEpoch) << 22n;
    last = next > last ? next : last + 1n;
    return String(last);
  };
}
