import { useAnswer } from "../lib/api/hooks"
import { TextLink } from "./text-link"

/** As many as fit into an address as a list; the server reads more of them as something else. */
const MOST = 20

/** Names of shops that a list knows by their ids alone; the id itself until the name has come. */
export function useShopNames(ids: string[]): (id: string) => string {
  const id = [...new Set(ids)].toSorted().slice(0, MOST)
  const { data } = useAnswer(
    "GET /admin/vendors",
    { query: { id, fields: "id,name", limit: MOST } },
    { enabled: id.length > 0, keeps_last: true }
  )
  const names = new Map(data?.vendors.map((shop) => [shop.id, shop.name]))

  return (wanted) => names.get(wanted) ?? wanted
}

export const ShopLink = ({ id, name }: { id: string; name: string }) => (
  <TextLink to={`/marketplace/vendors/${id}`}>{name}</TextLink>
)
