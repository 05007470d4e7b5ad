/**
 * @file WebGL2 in a few words: programs with their uniforms by name, float textures that can be drawn into.
 */

/** @typedef {{program: WebGLProgram, at: (uniform: string) => WebGLUniformLocation | null}} Program */
/**
 * @typedef {{texture: WebGLTexture, framebuffer: WebGLFramebuffer, width: number, height: number}}
 *   FloatTarget
 */

/**
 * @param {WebGL2RenderingContext} gl
 * @param {number} kind
 * @param {string} source
 */
function compile(gl, kind, source) {
  const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/** A driver refused a shader; another way of drawing is needed. */
export class ShaderError extends Error {}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {string} vertex
 * @param {string} fragment
 * @returns {Program}
 */
export function createProgram(gl, vertex, fragment) {
  const program = /** @type {WebGLProgram} */ (gl.createProgram());
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const logs = [...shaders.map((shader) => gl.getShaderInfoLog(shader)), gl.getProgramInfoLog(program)];
    throw new ShaderError(`A shader of the field could not be built: ${logs.filter(Boolean).join('; ')}`);
  }
  for (const shader of shaders) gl.deleteShader(shader);
  /** @type {Map<string, WebGLUniformLocation | null>} */
  const locations = new Map();
  const at = (/** @type {string} */ uniform) => {
    const known = locations.get(uniform);
    if (known !== undefined) return known;
    const location = gl.getUniformLocation(program, uniform);
    locations.set(uniform, location);
    return location;
  };
  return { program, at };
}

/**
 * A texture that is read texel by texel, never between them.
 * @param {WebGL2RenderingContext} gl
 */
export function createTexture(gl) {
  const texture = /** @type {WebGLTexture} */ (gl.createTexture());
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  }
  for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
  }
  return texture;
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {number} width
 * @param {number} height
 * @returns {FloatTarget}
 */
export function createFloatTarget(gl, width, height) {
  const texture = createTexture(gl);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, width, height);
  const framebuffer = /** @type {WebGLFramebuffer} */ (gl.createFramebuffer());
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return { texture, framebuffer, width, height };
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {FloatTarget} target
 */
export function deleteFloatTarget(gl, { texture, framebuffer }) {
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {number} unit
 * @param {WebGLTexture} texture
 */
export function bindTexture(gl, unit, texture) {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, texture);
}
