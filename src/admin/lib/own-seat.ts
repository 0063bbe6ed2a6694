type Reader = { memberships: { vendor_id: string }[]; vendor_id: string | null }

/**
 * The shop that a tab has to name from now on; undefined where it is right as it is. Somebody else may have sat in this tab
 * before, in a shop of theirs. Who belongs to several shops and has chosen none yet begins in the first: the server answers
 * nobody of whom it does not know which is meant.
 */
export function seatFor(
  { memberships, vendor_id: chosen }: Reader,
  seat: string | null
): string | null | undefined {
  if (memberships.some(({ vendor_id }) => vendor_id === seat)) {
    return undefined
  }
  const [first, second] = memberships
  const wanted = first && second && !chosen ? first.vendor_id : null

  return wanted === seat ? undefined : wanted
}
