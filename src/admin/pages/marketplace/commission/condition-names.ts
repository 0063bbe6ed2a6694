import {
  type UseFound,
  useCategories,
  useCollections,
  useNames,
  useProducts,
  useShops,
} from "../../../components/names"
import type { OFFERED, Rule } from "./rule"

/** Where the records stand that a rule may name. */
export const FOUND: Record<(typeof OFFERED)[number], UseFound> = {
  vendor_id: useShops,
  product_id: useProducts,
  category_id: useCategories,
  collection_id: useCollections,
}

/** Names of all that rules of a list name: one question for each kind of record. */
export function useConditionNames(rules: Rule[]): (id: string) => string {
  const of = (name: keyof typeof FOUND) => rules.map(({ conditions }) => conditions[name])
  const shop = useNames(useShops, of("vendor_id"))
  const product = useNames(useProducts, of("product_id"))
  const category = useNames(useCategories, of("category_id"))
  const collection = useNames(useCollections, of("collection_id"))

  return (id) => collection(category(product(shop(id))))
}
