import { useAnswer } from "../../../lib/api/hooks"

/** The title of a product of which only the id is known. */
export function ProductName({ id }: { id: string }) {
  const { data } = useAnswer("GET /vendor/products/:id", { params: { id }, query: { fields: "id,title" } })

  return <>{data?.product.title ?? id}</>
}
