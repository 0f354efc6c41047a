/**
 * What an OpenAPI 3.1 document is, as far as ours can be one: the fixed fields of the specification's sections 4.8.1 to 4.8.30, each
 * with nothing beside them, references that lead somewhere, and path parameters that stand in their paths.
 */
import {z} from 'zod'

const words = z.string().min(1)

/** A JSON Schema of draft 2020-12 with the keywords that are used here. */
const schema: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({$ref: z.string().regex(/^#\/components\/schemas\/\w+$/)}),
    z.strictObject({
      type: z.union([type, z.array(type).min(1)]).optional(),
      description: words.optional(),
      examples: z.array(z.unknown()).optional(),
      default: z.unknown().optional(),
      enum: z.array(z.unknown()).min(1).optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(1).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      items: schema.optional(),
      properties: z.record(z.string(), schema).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.union([z.boolean(), schema]).optional(),
    }),
  ]),
)
const type = z.enum(['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'])

const content = z.record(z.string().regex(/^[a-z]+\/[a-z+-]+$/), z.strictObject({schema}))
const response = z.union([
  z.strictObject({$ref: z.string().regex(/^#\/components\/responses\/\w+$/)}),
  z.strictObject({description: words, content: content.optional()}),
])
const parameter = z
  .strictObject({
    name: words,
    in: z.enum(['query', 'path', 'header', 'cookie']),
    required: z.boolean(),
    description: words.optional(),
    schema,
  })
  .refine((each) => each.in !== 'path' || each.required)
const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z]\w+$/i),
  tags: z.array(words),
  summary: words,
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({required: z.boolean(), content}).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), response).refine((all) => '200' in all),
})

export const openApiShape = z
  .strictObject({
    openapi: z.string().regex(/^3\.1\.\d+$/),
    info: z.strictObject({
      title: words,
      version: words,
      description: words.optional(),
      license: z.strictObject({name: words, identifier: words}).optional(),
    }),
    servers: z.array(z.strictObject({url: words})),
    security: z.array(z.record(z.string(), z.array(z.string()))),
    paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), operation)),
    components: z.strictObject({
      securitySchemes: z.record(
        z.string(),
        z.strictObject({type: z.literal('http'), scheme: z.literal('bearer'), description: words.optional()}),
      ),
      schemas: z.record(z.string(), schema),
      responses: z.record(z.string(), response),
    }),
  })
  .superRefine((document, context) => {
    const say = (message: string) => context.addIssue({code: 'custom', message})
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((each) => each!.operationId))
    if (new Set(ids).size !== ids.length) say('an operationId stands twice')
    for (const [, ref] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = ref!.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], document)
      if (target === undefined) say(`${ref} leads nowhere`)
    }
    for (const [path, operations] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
      for (const each of Object.values(operations)) {
        const given = (each!.parameters ?? []).filter(({in: place}) => place === 'path').map(({name}) => name)
        if (given.sort().join() !== named.join()) say(`the parameters of ${path} are not those of its address`)
      }
    }
    for (const security of document.security)
      for (const name of Object.keys(security))
        if (!(name in document.components.securitySchemes)) say(`security scheme ${name} is not there`)
  })
