module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "domain-is-pure",
      comment: "domain/ may use src/lib and Medusa's number helpers, nothing else",
      severity: "error",
      from: { path: "^src/modules/[^/]+/domain/", pathNot: "__tests__" },
      to: { pathNot: ["^src/modules/[^/]+/domain/", "^src/lib/", "@medusajs/(framework|utils|types)"] },
    },
    {
      name: "modules-do-not-meet",
      comment: "modules meet only in links and workflows",
      severity: "error",
      from: { path: "^src/modules/([^/]+)/" },
      to: { path: "^src/modules/([^/]+)/", pathNot: "^src/modules/$1/" },
    },
    {
      name: "modules-look-down-only",
      severity: "error",
      from: { path: "^src/modules/" },
      to: { path: "^src/(api|workflows|subscribers|jobs|links|admin|providers)/" },
    },
    {
      name: "routes-call-workflows-not-services",
      severity: "error",
      from: { path: "^src/api/.*route\\.ts$" },
      to: { path: "^src/modules/.*service\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "dashboard-asks-the-server",
      comment: "what runs in a browser shares nothing with the server but src/lib",
      severity: "error",
      from: { path: "^src/admin/" },
      to: { path: "^src/", pathNot: "^src/(admin|lib)/" },
    },
    {
      name: "product-does-not-import-its-tools",
      comment: "sandbox, bench, scripts and tests use the product, never the other way round",
      severity: "error",
      from: { path: "^src/", pathNot: "__tests__" },
      to: { path: "^(sandbox|bench|scripts|integration-tests)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "default"] },
  },
}
