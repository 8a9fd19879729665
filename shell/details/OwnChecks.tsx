import type { ReactNode } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import type { Session } from '../session/session.ts'
import { useVersionChecks } from '../session/use-session.ts'

/** A pair of a list of details: how many of its own tests an app made here passed, and which did not, with why. */
export function OwnChecks({ session }: { readonly session: Session }): ReactNode {
  const { origin } = useSignalValue(session.state)
  const checks = useVersionChecks(session)
  // The tests of what came from elsewhere are its author's word for it, which is no reason to trust it (S53).
  if (origin !== 'made-here' || !checks) return null
  const { passed, total, failed } = checks
  return (
    <>
      <dt>Its own checks</dt>
      <dd className="details-checks">
        {passed} of {total} passed
        {failed.length > 0 ? (
          <ul>
            {failed.map(({ name, message }, index) => (
              <li key={index}>
                <strong>{name}</strong>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </dd>
    </>
  )
}
