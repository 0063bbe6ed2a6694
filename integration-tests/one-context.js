const vm = require("node:vm")
const { TestEnvironment } = require("jest-environment-node")

/**
 * jest runs each file of tests in a context of its own, in which every look at a global (`Object`, `Map`, `process`) leaves
 * optimised code. A whole server in there takes a tenth more of the processor than it takes outside, and so do its tests. Here modules are
 * compiled into the process's own context; jest's registry still gives each file modules of its own. What a file may leave behind in the
 * process is put back when it ends.
 */
const compile = vm.compileFunction
const compiledOutside = new WeakSet()
vm.compileFunction = (code, parameters, options) =>
  compile(
    code,
    parameters,
    compiledOutside.has(options?.parsingContext) ? { ...options, parsingContext: undefined } : options
  )

class OneContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    // These are short, and some of them stop the clock, which here would be jest's own.
    if (context.testPath.endsWith(".unit.spec.ts")) {
      return
    }
    compiledOutside.add(this.context)
    this.global = globalThis
    this.found = {
      env: { ...process.env },
      exit: process.exit,
      properties: Object.getOwnPropertyDescriptors(globalThis),
    }
  }

  async teardown() {
    await super.teardown()
    if (!this.found) {
      return
    }
    process.exit = this.found.exit
    for (const name of Object.keys(process.env)) {
      if (!(name in this.found.env)) {
        delete process.env[name]
      }
    }
    Object.assign(process.env, this.found.env)
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      const was = this.found.properties[name]
      if (!was) {
        delete globalThis[name]
      } else if (was.configurable && "value" in was) {
        Object.defineProperty(globalThis, name, was)
      }
    }
  }
}

module.exports = OneContext
