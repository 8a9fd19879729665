import type { CatalogComponent } from '../../engine/react/catalog-contract.ts'
import { Accordion } from '../Accordion/Accordion.tsx'
import { Alert } from '../Alert/Alert.tsx'
import { Async } from '../Async/Async.tsx'
import { Avatar } from '../Avatar/Avatar.tsx'
import { Badge } from '../Badge/Badge.tsx'
import { Button } from '../Button/Button.tsx'
import { Card } from '../Card/Card.tsx'
import { Code } from '../Code/Code.tsx'
import { Dialog } from '../Dialog/Dialog.tsx'
import { Divider } from '../Divider/Divider.tsx'
import { Drawer } from '../Drawer/Drawer.tsx'
import { Empty } from '../Empty/Empty.tsx'
import { Grid } from '../Grid/Grid.tsx'
import { Heading } from '../Heading/Heading.tsx'
import { Hero } from '../Hero/Hero.tsx'
import { Icon } from '../Icon/Icon.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Image } from '../Image/Image.tsx'
import { Kbd } from '../Kbd/Kbd.tsx'
import { KeyValue } from '../KeyValue/KeyValue.tsx'
import { Link } from '../Link/Link.tsx'
import { Markdown } from '../Markdown/Markdown.tsx'
import { Menu } from '../Menu/Menu.tsx'
import { Popover } from '../Popover/Popover.tsx'
import { Row } from '../Row/Row.tsx'
import { Section } from '../Section/Section.tsx'
import { Sidebar } from '../Sidebar/Sidebar.tsx'
import { Skeleton } from '../Skeleton/Skeleton.tsx'
import { Spacer } from '../Spacer/Spacer.tsx'
import { Spinner } from '../Spinner/Spinner.tsx'
import { Split } from '../Split/Split.tsx'
import { Stack } from '../Stack/Stack.tsx'
import { Tab } from '../Tab/Tab.tsx'
import { Tabs } from '../Tabs/Tabs.tsx'
import { Text } from '../Text/Text.tsx'
import { ToggleButton } from '../ToggleButton/ToggleButton.tsx'
import { Toolbar } from '../Toolbar/Toolbar.tsx'

/** Layout, text, actions and feedback. */
export const layout: readonly (readonly [name: string, component: CatalogComponent])[] = [
  ['Accordion', Accordion],
  ['Alert', Alert],
  ['Async', Async],
  ['Avatar', Avatar],
  ['Badge', Badge],
  ['Button', Button],
  ['Card', Card],
  ['Code', Code],
  ['Dialog', Dialog],
  ['Divider', Divider],
  ['Drawer', Drawer],
  ['Empty', Empty],
  ['Grid', Grid],
  ['Heading', Heading],
  ['Hero', Hero],
  ['Icon', Icon],
  ['IconButton', IconButton],
  ['Image', Image],
  ['Kbd', Kbd],
  ['KeyValue', KeyValue],
  ['Link', Link],
  ['Markdown', Markdown],
  ['Menu', Menu],
  ['Popover', Popover],
  ['Row', Row],
  ['Section', Section],
  ['Sidebar', Sidebar],
  ['Skeleton', Skeleton],
  ['Spacer', Spacer],
  ['Spinner', Spinner],
  ['Split', Split],
  ['Stack', Stack],
  ['Tab', Tab],
  ['Tabs', Tabs],
  ['Text', Text],
  ['ToggleButton', ToggleButton],
  ['Toolbar', Toolbar],
]
