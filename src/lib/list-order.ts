/** What a list is sorted by, from `-created_at`; the caller adds the id as last key, so that pages keep still. */
export function orderOf(order: string): Record<string, "ASC" | "DESC"> {
  return order.startsWith("-") ? { [order.slice(1)]: "DESC" } : { [order]: "ASC" }
}
