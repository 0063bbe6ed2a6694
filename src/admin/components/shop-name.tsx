import { useNames, useShops } from "./names"
import { TextLink } from "./text-link"

/** Names of shops that a list knows by their ids alone. */
export const useShopNames = (ids: string[]): ((id: string) => string) => useNames(useShops, ids)

export const ShopLink = ({ id, name }: { id: string; name: string }) => (
  <TextLink to={`/marketplace/vendors/${id}`}>{name}</TextLink>
)
