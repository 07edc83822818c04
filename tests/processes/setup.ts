import { layGround } from '../support/ground.ts';

export default layGround;
