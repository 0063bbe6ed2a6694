import { useQuery } from "@tanstack/react-query"
import type { ApiError } from "../../../lib/api/api-error"
import { call } from "../../../lib/api/client"
import type { Category } from "./category-tree"

const PAGE = 100
/** A tree of more is searched for in vain: nobody looks through it. */
const MOST = 2000

/** All categories: a tree cannot be made of a page. They are the marketplace's, the same for each of its shops. */
export const useCategories = () =>
  useQuery<Category[], ApiError>({
    queryKey: ["vendor", "categories", "all"],
    queryFn: ({ signal }) => allCategories(signal),
    staleTime: 300_000,
  })

async function allCategories(signal: AbortSignal): Promise<Category[]> {
  const found: Category[] = []
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const query = { limit: PAGE, offset, order: "name" as const }
    const { categories, count } = await call("GET /vendor/categories", { query }, signal)
    found.push(...categories)
    if (found.length >= count || !categories.length) {
      break
    }
  }

  return found
}
