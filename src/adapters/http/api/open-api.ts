/** The OpenAPI 3.1 document of the JSON API, made of the table that the routes are made of. */
import type {Operation} from './operations.ts'
import {OPERATIONS} from './operations.ts'
import type {JsonSchema} from './schemas.ts'
import {PROBLEM} from './schemas.ts'

export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of OPERATIONS) {
    const {path, method} = operation
    paths[path] = {...paths[path], [method.toLowerCase()]: described(operation)}
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Todoke',
      version: '1',
      description:
        'Contacts, consents, opt-outs and sends of a workspace. It adds what protects people and what proves a consent; it takes nothing back and sends nothing.',
      license: {name: 'MIT', identifier: 'MIT'},
    },
    servers: [{url: '/api/v1'}],
    security: [{bearer: []}],
    paths,
    components: {
      securitySchemes: {
        bearer: {type: 'http', scheme: 'bearer', description: 'A key of `todoke key api create`'},
      },
      schemas: {Problem: PROBLEM},
      responses: {
        Problem: {
          description: 'What went wrong (RFC 9457), in the language of Accept-Language: Japanese or English',
          content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}},
        },
      },
    },
  }
}

function described({id, method, summary, tag, query, params, body, answer}: Operation): object {
  const problem = {$ref: '#/components/responses/Problem'}
  const json = (schema: JsonSchema) => ({'application/json': {schema}})
  const refusals = {'400': problem, '401': problem, '403': problem, '404': problem, '429': problem, '503': problem}
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...((query ?? params) && {parameters: [...parametersOf(query, 'query'), ...parametersOf(params, 'path')]}),
    ...(body && {requestBody: {required: true, content: json(body)}}),
    responses: {
      '200': {description: method === 'POST' ? 'It is on the disk' : 'Found', content: json(answer)},
      ...refusals,
    },
  }
}

function parametersOf(schema: JsonSchema | undefined, place: 'query' | 'path'): readonly object[] {
  const {properties = {}, required = []} = (schema ?? {}) as {
    properties?: Record<string, JsonSchema>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, {description, ...rest}]) => ({
    ...{name, in: place, required: required.includes(name), description},
    schema: rest,
  }))
}
