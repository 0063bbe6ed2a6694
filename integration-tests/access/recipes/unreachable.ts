/** Routes that cannot succeed without something outside the machine, with the reason: their refusals alone are walked. */
export const unreachable: Record<string, string> = {
  "GET /admin/translations/entities": "core fails while its translations are off",
  "POST /admin/search-indexes/:id/reindex": "no search index is defined",
  "DELETE /admin/search-indexes/:id": "no search index is defined",
  "GET /auth/:actor_type/:auth_provider/callback": "Google has to be asked whether its answer holds",
  "POST /auth/:actor_type/:auth_provider/callback": "Google has to be asked whether its answer holds",
  "POST /store/search": "no search index is defined",
  "POST /store/shipping-options/:id/calculate": "no carrier that calculates prices is installed",
}
