import { Link } from "react-router-dom"
import { useAnswer } from "../lib/api/hooks"

/** Names of shops that a list knows by their ids alone; the id itself until the name has come. */
export function useShopNames(ids: string[]): (id: string) => string {
  const id = [...new Set(ids)].toSorted().slice(0, 50)
  const { data } = useAnswer(
    "GET /admin/vendors",
    { query: { id, fields: "id,name", limit: 50 } },
    { enabled: id.length > 0, keeps_last: true }
  )
  const names = new Map(data?.vendors.map((shop) => [shop.id, shop.name]))

  return (wanted) => names.get(wanted) ?? wanted
}

export const ShopLink = ({ id, name }: { id: string; name: string }) => (
  <Link
    to={`/marketplace/vendors/${id}`}
    onClick={(event) => event.stopPropagation()}
    className="break-words text-ui-fg-interactive"
  >
    {name}
  </Link>
)
