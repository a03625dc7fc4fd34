import { createContext, type ReactNode, useContext } from 'react';
import styles from './game.module.css';

/** The id by which what is to be done names the game around it. */
export const TaskId = createContext('');

/** What is to be done. A screen reader says it as the name of the game when the focus comes in. */
export const Task = ({ children }: { children: ReactNode }): ReactNode => (
  <p id={useContext(TaskId)} className={styles.task}>
    {children}
  </p>
);
