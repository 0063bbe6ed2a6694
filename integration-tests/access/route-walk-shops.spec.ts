import { walkRoutes } from "./walk-routes"

walkRoutes("shops")
