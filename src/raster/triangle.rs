//! One triangle: edge functions in fixed point with the top-left rule, so that shared edges are drawn exactly once.

use egui::epaint::Vertex;

use super::canvas::{Canvas, Rgba, blend, cover};
use super::texture::Texture;

/// Fixed-point steps per pixel.
const STEPS: i64 = 256;

/// Half of such a step, for rounding.
const HALF_STEP: f32 = 0.5 / STEPS as f32;

/// The part of the picture that may be drawn on, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Clip {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

/// One side of a triangle, turned so that the inside is where the function is not negative.
#[derive(Clone, Copy)]
struct Edge {
    x: i64,
    y: i64,
    dx: i64,
    dy: i64,
    bias: i64,
}

impl Edge {
    fn new(from: (i64, i64), to: (i64, i64)) -> Self {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let is_top_or_left = dy < 0 || (dy == 0 && dx > 0);
        let bias = if is_top_or_left { 0 } else { -1 };
        Self { x: from.0, y: from.1, dx, dy, bias }
    }

    /// Twice the area between the edge and the point: the weight of the opposite corner.
    #[inline]
    fn at(self, x: i64, y: i64) -> i64 {
        self.dx * (y - self.y) - self.dy * (x - self.x)
    }

    /// Narrows the pixels `from..to` of the row with centre `y` to those inside this edge.
    fn narrow(self, y: i64, from: &mut i64, to: &mut i64) {
        let start = self.at(STEPS / 2, y) + self.bias;
        let slope = self.dy * STEPS;
        if slope > 0 {
            *to = (*to).min(start.div_euclid(slope) + 1);
        } else if slope < 0 {
            *from = (*from).max(-start.div_euclid(-slope));
        } else if start < 0 {
            *to = *from;
        }
    }
}

/// A place in a texture, on a grid of so many steps per texel. On it sums are exact, so that a glyph looks the same
/// wherever in the texture it was put, which depends on what else was written before.
fn on_grid(texels: f32) -> f32 {
    let steps = STEPS as f32;
    (texels * steps) as i32 as f32 / steps
}

/// What a corner carries across the triangle.
#[derive(Clone, Copy, PartialEq)]
struct Corner {
    colour: Rgba,
    texel: [f32; 2],
}

/// How the inside is coloured, from cheap to dear.
enum Paint {
    Flat(Rgba),
    Textured { colour: Rgba },
    Graded { texture: Rgba },
    Full,
}

/// Draws one triangle.
pub(super) fn draw(canvas: &mut Canvas, texture: &Texture, clip: Clip, pixels_per_point: f32, corners: [&Vertex; 3]) {
    let fixed = |points: f32| (points * pixels_per_point * STEPS as f32).round() as i64;
    let [mut a, mut b, mut c] = corners.map(|corner| (fixed(corner.pos.x), fixed(corner.pos.y), corner));
    let mut area = (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    if area == 0 {
        return;
    }
    if area < 0 {
        std::mem::swap(&mut b, &mut c);
        area = -area;
    }
    let top = a.1.min(b.1).min(c.1).div_euclid(STEPS).max(clip.top);
    let bottom = (a.1.max(b.1).max(c.1).div_euclid(STEPS) + 1).min(clip.bottom);
    let left = a.0.min(b.0).min(c.0).div_euclid(STEPS).max(clip.left);
    let right = (a.0.max(b.0).max(c.0).div_euclid(STEPS) + 1).min(clip.right);
    if left >= right || top >= bottom {
        return;
    }
    let point = |p: &mut (i64, i64, &Vertex)| (p.0, p.1);
    let (pa, pb, pc) = (point(&mut a), point(&mut b), point(&mut c));
    // Each edge is the one opposite the corner of the same place.
    let edges = [Edge::new(pb, pc), Edge::new(pc, pa), Edge::new(pa, pb)];
    let extent = texture.extent();
    let inside = [a.2, b.2, c.2].map(|vertex| Corner {
        colour: vertex.color.to_array().map(f32::from),
        texel: [vertex.uv.x * extent[0], vertex.uv.y * extent[1]].map(|texels| on_grid(texels + HALF_STEP)),
    });
    let paint = choose(texture, &inside);
    let scale = 1.0 / area as f32;
    for y in top..bottom {
        let centre = y * STEPS + STEPS / 2;
        let (mut from, mut to) = (left, right);
        for edge in edges {
            edge.narrow(centre, &mut from, &mut to);
        }
        if from >= to {
            continue;
        }
        let pixels = canvas.span(y, from, to);
        if let Paint::Flat(colour) = paint {
            cover(pixels, colour);
            continue;
        }
        let [first, second, _] = edges;
        let mut x = from * STEPS + STEPS / 2;
        for pixel in pixels {
            let (u, v) = (first.at(x, centre) as f32 * scale, second.at(x, centre) as f32 * scale);
            blend(pixel, shade(texture, &paint, &inside, [u, v, 1.0 - u - v]));
            x += STEPS;
        }
    }
}

/// The cheapest way to colour this triangle.
fn choose(texture: &Texture, [a, b, c]: &[Corner; 3]) -> Paint {
    let one_texel = a.texel == b.texel && b.texel == c.texel;
    let one_colour = a.colour == b.colour && b.colour == c.colour;
    match (one_texel, one_colour) {
        (true, true) => Paint::Flat(tint(a.colour, texture.sample(a.texel))),
        (true, false) => Paint::Graded { texture: texture.sample(a.texel) },
        (false, true) => Paint::Textured { colour: a.colour },
        (false, false) => Paint::Full,
    }
}

#[inline]
fn shade(texture: &Texture, paint: &Paint, [a, b, c]: &[Corner; 3], [u, v, w]: [f32; 3]) -> Rgba {
    let between = |a: f32, b: f32, c: f32| a * u + b * v + c * w;
    let away = |a: f32, b: f32, c: f32| a + on_grid((b - a) * v + (c - a) * w);
    let texel = || texture.sample([away(a.texel[0], b.texel[0], c.texel[0]), away(a.texel[1], b.texel[1], c.texel[1])]);
    let colour = || {
        [
            between(a.colour[0], b.colour[0], c.colour[0]),
            between(a.colour[1], b.colour[1], c.colour[1]),
            between(a.colour[2], b.colour[2], c.colour[2]),
            between(a.colour[3], b.colour[3], c.colour[3]),
        ]
    };
    match paint {
        Paint::Flat(colour) => *colour,
        Paint::Textured { colour } => tint(*colour, texel()),
        Paint::Graded { texture } => tint(colour(), *texture),
        Paint::Full => tint(colour(), texel()),
    }
}

/// A vertex colour times a texture colour.
#[inline]
fn tint(colour: Rgba, texture: Rgba) -> Rgba {
    let mut tinted = colour;
    for (channel, factor) in tinted.iter_mut().zip(texture) {
        *channel *= factor * (1.0 / 255.0);
    }
    tinted
}
