import { useAnswer } from "../lib/api/hooks"
import { useMayAsStaff } from "../lib/me"

/** As many as fit into an address as a list; the server reads more of them as something else. */
const MOST = 20

type Asked = { id?: string[]; q?: string; limit: number }

/** Records of a kind by their ids, or by what was typed; nothing where they are not asked for, or not to be read. */
export type UseFound = (asked: Asked, is_asked: boolean) => { id: string; label: string }[]

export const useShops: UseFound = (asked, enabled) => {
  const { data } = useAnswer(
    "GET /admin/vendors",
    { query: { ...asked, fields: "id,name" } },
    { enabled, keeps_last: true }
  )

  return (data?.vendors ?? []).map(({ id, name }) => ({ id, label: name }))
}

export const useProducts: UseFound = (asked, enabled) => {
  const { data } = useAnswer(
    "GET /admin/products",
    { query: { ...asked, fields: "id,title" } },
    { enabled, keeps_last: true }
  )

  return (data?.products ?? []).map(({ id, title }) => ({ id, label: title }))
}

export const useCategories: UseFound = (asked, enabled) => {
  const { data } = useAnswer(
    "GET /admin/product-categories",
    { query: { ...asked, fields: "id,name" } },
    { enabled, keeps_last: true }
  )

  return (data?.product_categories ?? []).map(({ id, name }) => ({ id, label: name }))
}

export const useCollections: UseFound = (asked, enabled) => {
  const { data } = useAnswer(
    "GET /admin/collections",
    { query: { ...asked, fields: "id,title" } },
    { enabled, keeps_last: true }
  )

  return (data?.collections ?? []).map(({ id, title }) => ({ id, label: title }))
}

/** Staff and people of shops, by their ids alone: whoever reads what somebody has done may read who that is. */
export const usePeople: UseFound = ({ id = [] }, is_asked) => {
  const may = useMayAsStaff()
  const { data } = useAnswer(
    "GET /admin/audit/people",
    { query: { id } },
    { enabled: is_asked && id.length > 0 && may("audit:read"), keeps_last: true }
  )

  return (data?.people ?? []).map(named)
}

const PERSON = "id,email,first_name,last_name"

export const useBuyers: UseFound = (asked, is_asked) => {
  const may = useMayAsStaff()
  const { data } = useAnswer(
    "GET /admin/customers",
    { query: { ...asked, fields: PERSON } },
    { enabled: is_asked && may("customers:read"), keeps_last: true }
  )

  return (data?.customers ?? []).map(named)
}

type Person = { id: string; first_name: string | null; last_name: string | null; email: string | null }

const named = ({ id, first_name, last_name, email }: Person) => ({
  id,
  label: [first_name, last_name].filter(Boolean).join(" ") || (email ?? id),
})

/**
 * Names of records that a list knows by their ids alone; the id itself until the name has come. A page of a list may name more
 * than one question takes: up to five are asked, a fixed number as hooks have to be.
 */
export function useNames(useFound: UseFound, ids: (string | null | undefined)[]): (id: string) => string {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))].toSorted()
  const found = [
    ...useFound(...askedOf(wanted, 0)),
    ...useFound(...askedOf(wanted, 1)),
    ...useFound(...askedOf(wanted, 2)),
    ...useFound(...askedOf(wanted, 3)),
    ...useFound(...askedOf(wanted, 4)),
  ]
  const names = new Map(found.map(({ id, label }) => [id, label]))

  return (id) => names.get(id) ?? id
}

function askedOf(wanted: string[], index: number): Parameters<UseFound> {
  const id = wanted.slice(index * MOST, (index + 1) * MOST)

  return [{ id, limit: MOST }, id.length > 0]
}
