import { type ReactNode, useEffect } from 'react'
import { useSignalValue } from '../../engine/react/use-signal-value.ts'
import { examples } from '../prompt/examples.ts'
import { PromptBar } from '../prompt/PromptBar.tsx'
import { useDesk } from './desk-context.ts'
import { HomeApp } from './HomeApp.tsx'
import { LaterIcon } from './LaterIcon.tsx'
import './Home.css'

/** The empty desktop: the prompt, what one may ask for, and what is here already. */
export function Home(): ReactNode {
  const desk = useDesk()
  const apps = useSignalValue(desk.apps)
  useEffect(() => {
    // Whoever comes to an empty desktop writes at once; on touch screens that would raise the keyboard.
    if (matchMedia('(pointer: fine)').matches) document.querySelector<HTMLElement>('.home textarea')?.focus()
  }, [])
  return (
    <main className="home">
      <div className="home-inner">
        <h1>What do you need?</h1>
        <PromptBar place="home" />
        <ul className="home-examples" aria-label="Examples">
          {examples.map(({ prompt, icon }) => (
            <li key={prompt}>
              <button type="button" onClick={() => desk.ask(prompt)}>
                <LaterIcon name={icon} size="s" />
                {prompt}
              </button>
            </li>
          ))}
        </ul>
        {apps.length > 0 && (
          <section className="home-apps" aria-labelledby="home-apps-title">
            <h2 id="home-apps-title">On this desktop</h2>
            <ul>
              {apps.map(app => (
                <HomeApp key={app.instance} app={app} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  )
}
