//! A CPU renderer of egui's meshes, for pictures without a driver.
//!
//! No GPU, no driver, no window, and the same bytes on every machine: pictures of the window for the handout and for
//! the picture tests come from here. Paint callbacks are not drawn, since the window uses none.

mod canvas;
mod texture;
mod triangle;

use std::collections::BTreeSet;

use egui::epaint::text::ByteRangeExt as _;
use egui::epaint::{ClippedPrimitive, ClippedShape, Primitive};
use egui::{Color32, Shape, TexturesDelta};

use crate::ui::theme;
use canvas::Canvas;
use texture::Textures;
use triangle::Clip;

/// How large a picture is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Picture {
    /// Width and height in pixels.
    pub size: [usize; 2],
    /// Pixels per point: 1.0 for an ordinary screen, 2.0 for a fine one.
    pub scale: f32,
}

impl Picture {
    /// Width and height in points, which is what the window counts in.
    pub fn points(self) -> egui::Vec2 {
        let [width, height] = self.size;
        egui::vec2(width as f32, height as f32) / self.scale
    }

    /// Draws a window with this look once, without a screen: see [`render`].
    pub fn render(self, dark: bool, passes: usize, ui: impl FnMut(&mut egui::Ui)) -> image::RgbaImage {
        render(self.size, self.scale, dark, passes, ui)
    }
}

/// Draws tessellated frames; keeps the textures from one frame to the next.
#[derive(Default)]
pub struct SoftRenderer {
    textures: Textures,
}

impl SoftRenderer {
    /// Takes over the textures that a frame changed, leaving `delta` empty.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        self.textures.apply(delta);
    }

    /// Draws a frame on `background`.
    pub fn paint(&self, picture: Picture, background: Color32, primitives: &[ClippedPrimitive]) -> image::RgbaImage {
        let [width, height] = picture.size;
        let mut canvas = Canvas::filled(width, height, background);
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(mesh.texture_id) else {
                continue;
            };
            let clip = clip_of(primitive.clip_rect, picture.scale, canvas.extent());
            let corner = |index: u32| mesh.vertices.get(usize::try_from(index).ok()?);
            for indices in mesh.indices.chunks_exact(3) {
                let &[a, b, c] = indices else { continue };
                if let (Some(a), Some(b), Some(c)) = (corner(a), corner(b), corner(c)) {
                    triangle::draw(&mut canvas, texture, clip, picture.scale, [a, b, c]);
                }
            }
        }
        let (Ok(columns), Ok(rows)) = (u32::try_from(width), u32::try_from(height)) else {
            return image::RgbaImage::default();
        };
        image::RgbaImage::from_raw(columns, rows, canvas.into_bytes()).unwrap_or_default()
    }

    /// Draws what a whole pass of `ctx` gave: what a picture test has at hand.
    pub fn paint_output(&self, ctx: &egui::Context, output: &egui::FullOutput) -> image::RgbaImage {
        let scale = output.pixels_per_point;
        let points = ctx.content_rect().size();
        let pixels = |points: f32| (points * scale).round().max(0.0) as usize;
        let picture = Picture { size: [pixels(points.x), pixels(points.y)], scale };
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        self.paint(picture, background(ctx), &primitives)
    }
}

/// The pixels that a clip rectangle leaves free.
fn clip_of(rect: egui::Rect, scale: f32, (width, height): (i64, i64)) -> Clip {
    let edge = |points: f32| (points * scale).round() as i64;
    Clip {
        left: edge(rect.min.x).max(0),
        top: edge(rect.min.y).max(0),
        right: edge(rect.max.x).min(width),
        bottom: edge(rect.max.y).min(height),
    }
}

/// The colour behind everything.
fn background(ctx: &egui::Context) -> Color32 {
    theme::tokens(ctx).color.bg
}

/// Draws what `ui` shows as a picture of `size` pixels.
///
/// The fonts and the theme are the window's own and nothing moves. `passes` is how often `ui` runs before the picture
/// is taken, so that sizes settle: three are enough for any of our panels.
pub fn render(
    size: [usize; 2],
    pixels_per_point: f32,
    dark: bool,
    passes: usize,
    ui: impl FnMut(&mut egui::Ui),
) -> image::RgbaImage {
    let picture = Picture { size, scale: pixels_per_point };
    render_with(picture, dark, passes, |_| (), ui).0
}

/// The same after `set_up`, which may add fonts; and the letters that no font has, which are drawn as boxes.
pub fn render_with(
    picture: Picture,
    dark: bool,
    passes: usize,
    set_up: impl FnOnce(&egui::Context),
    mut ui: impl FnMut(&mut egui::Ui),
) -> (image::RgbaImage, BTreeSet<char>) {
    let ctx = egui::Context::default();
    theme::install(&ctx);
    set_up(&ctx);
    theme::set_dark(&ctx, dark);
    theme::freeze(&ctx);
    let mut renderer = SoftRenderer::default();
    let mut primitives = Vec::new();
    let mut missing = BTreeSet::new();
    for pass in 0..passes.max(1) {
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, picture.points())),
            time: Some(pass as f64 / 60.0),
            ..Default::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&egui::ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(picture.scale);
        }
        let mut output = ctx.run_ui(input, &mut ui);
        renderer.apply(&mut output.textures_delta);
        missing = missing_letters(&ctx, &output.shapes);
        primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    }
    (renderer.paint(picture, background(&ctx), &primitives), missing)
}

/// The letters in these shapes that no font has.
fn missing_letters(ctx: &egui::Context, shapes: &[ClippedShape]) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    let mut rest: Vec<&Shape> = shapes.iter().map(|clipped| &clipped.shape).collect();
    while let Some(shape) = rest.pop() {
        match shape {
            Shape::Vec(shapes) => rest.extend(shapes),
            Shape::Text(text) if !text.galley.text().is_ascii() => ctx.fonts_mut(|fonts| {
                let job = &text.galley.job;
                for section in &job.sections {
                    let words = job.text.get(section.byte_range.as_usize()).unwrap_or_default();
                    let font = &section.format.font_id;
                    missing.extend(
                        words.chars().filter(|letter| !letter.is_whitespace() && !fonts.has_glyph(font, *letter)),
                    );
                }
            }),
            _ => {}
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(picture: &image::RgbaImage, color: Color32) -> usize {
        picture.pixels().filter(|pixel| pixel.0 == color.to_array()).count()
    }

    #[test]
    fn letters_that_no_font_has_are_told() {
        let missing = |words: &str| {
            let picture = Picture { size: [200, 40], scale: 1.0 };
            let ui = |ui: &mut egui::Ui| drop(ui.label(words));
            let (_, missing) = render_with(picture, true, 1, |_| (), ui);
            missing.into_iter().collect::<String>()
        };
        assert_eq!(missing("李 works at 李"), "李");
        assert_eq!(missing("Zoë Þórhallsdóttir, Κωνσταντίνος, Екатерина, Nguyễn · ✓"), "");
    }

    #[test]
    fn a_rectangle_covers_exactly_its_pixels() {
        let accent = theme::tokens_of(egui::Theme::Dark).color.accent;
        let picture = render([40, 30], 2.0, true, 1, |ui| {
            let rect = egui::Rect::from_min_size(egui::pos2(2.0, 3.0), egui::vec2(5.0, 4.0));
            let mut shape = egui::epaint::Mesh::default();
            shape.add_colored_rect(rect, accent);
            ui.painter().add(shape);
        });
        assert_eq!(count(&picture, accent), 10 * 8);
        assert_eq!(picture.get_pixel(4, 6).0, accent.to_array());
        assert_ne!(picture.get_pixel(3, 6).0, accent.to_array());
    }

    #[test]
    fn what_is_outside_of_the_clip_is_not_drawn() {
        let accent = theme::tokens_of(egui::Theme::Dark).color.accent;
        let picture = render([40, 30], 1.0, true, 1, |ui| {
            let clip = egui::Rect::from_min_size(egui::pos2(-5.0, -5.0), egui::vec2(10.0, 10.0));
            let mut shape = egui::epaint::Mesh::default();
            shape.add_colored_rect(egui::Rect::EVERYTHING.intersect(ui.max_rect().expand(500.0)), accent);
            ui.painter().with_clip_rect(clip).add(shape);
        });
        assert_eq!(count(&picture, accent), 5 * 5);
    }

    #[test]
    fn a_picture_without_pixels_is_no_fault() {
        assert_eq!(render([0, 0], 1.0, false, 1, |_| ()).dimensions(), (0, 0));
    }
}
