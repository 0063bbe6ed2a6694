import type { Actor } from "../actors"
import type { World } from "../world"

/** A request that has to succeed: on a real record, with a body that is right. */
export type Prepared = {
  /** Values of the path's parameters. */
  params?: Record<string, string>
  query?: string
  body?: unknown
  headers?: Record<string, string>
  /**
   * How whoever is let in shows who they are, instead of the actor's usual sign-in: where the call ends a session or a
   * membership, by somebody of the same kind who was made for it. Those who are refused come as themselves.
   */
  sign_in?: Record<string, string>
  /** The same for the other shop's owner, where another shop has to be in a certain state for the record to be asked for. */
  other_sign_in?: Record<string, string>
  /** Does not keep until the walk comes back to it, and is made anew. */
  is_passing?: true
  /** For what is no JSON, as an upload. */
  form?: FormData
  /** Repeated until there is an answer: for a stream, which begins only when there is something to tell. */
  meanwhile?: () => Promise<unknown>
}

/**
 * How a request of a route is prepared. It is called again for each actor who may call the route, unless the route only
 * reads, so that what one has deleted is there for the next.
 */
export type Recipe = (world: World, actor: Actor) => Promise<Prepared> | Prepared

/** By `POST /admin/products/:id`. */
export type Recipes = Record<string, Recipe>
