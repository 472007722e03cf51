//! Textures of a frame: the font atlas and whatever pictures the window shows.

use std::collections::HashMap;

use egui::epaint::{ImageData, ImageDelta, textures::TextureFilter};
use egui::{Color32, TextureId, TexturesDelta};

use super::canvas::Rgba;

/// One picture in memory.
pub(super) struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
    nearest: bool,
}

impl Texture {
    fn new(delta: &ImageDelta) -> Self {
        let ImageData::Color(picture) = &delta.image;
        let [width, height] = picture.size;
        Self {
            width,
            height,
            pixels: picture.pixels.clone(),
            nearest: delta.options.magnification == TextureFilter::Nearest,
        }
    }

    /// Replaces the part of the picture that starts at `left`, `top`.
    fn patch(&mut self, [left, top]: [usize; 2], delta: &ImageDelta) {
        let ImageData::Color(picture) = &delta.image;
        let width = picture.size[0].max(1);
        for (row, source) in picture.pixels.chunks(width).enumerate() {
            let start = (top + row) * self.width + left;
            if let Some(target) = self.pixels.get_mut(start..start + source.len()) {
                target.copy_from_slice(source);
            }
        }
    }

    /// Width and height in texels.
    pub(super) fn extent(&self) -> [f32; 2] {
        [self.width as f32, self.height as f32]
    }

    #[inline]
    fn texel(&self, x: i32, y: i32) -> Rgba {
        let x = usize::try_from(x).unwrap_or(0).min(self.width.saturating_sub(1));
        let y = usize::try_from(y).unwrap_or(0).min(self.height.saturating_sub(1));
        let texel = self.pixels.get(y * self.width + x).copied().unwrap_or_default();
        texel.to_array().map(f32::from)
    }

    /// The colour at `at` (in texels), mixed from its four neighbours.
    #[inline]
    pub(super) fn sample(&self, at: [f32; 2]) -> Rgba {
        if self.nearest {
            return self.texel(at[0].floor() as i32, at[1].floor() as i32);
        }
        let (x, y) = (at[0] - 0.5, at[1] - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, lower_share) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        if right_share == 0.0 && lower_share == 0.0 {
            return self.texel(left, top);
        }
        let upper = mix(self.texel(left, top), self.texel(left + 1, top), right_share);
        let lower = mix(self.texel(left, top + 1), self.texel(left + 1, top + 1), right_share);
        mix(upper, lower, lower_share)
    }
}

/// `from` and `to` mixed, with the share of `to`.
#[inline]
fn mix(from: Rgba, to: Rgba, share: f32) -> Rgba {
    let mut mixed = from;
    for (channel, target) in mixed.iter_mut().zip(to) {
        *channel += (target - *channel) * share;
    }
    mixed
}

/// All textures that are alive.
#[derive(Default)]
pub(super) struct Textures(HashMap<TextureId, Texture>);

impl Textures {
    /// Takes over what a frame changed.
    pub(super) fn apply(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                match change.pos {
                    None => {
                        self.0.insert(id, Texture::new(&change));
                    }
                    Some(corner) => {
                        if let Some(texture) = self.0.get_mut(&id) {
                            texture.patch(corner, &change);
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.0.remove(&id);
        }
    }

    /// The texture with this key.
    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.0.get(&id)
    }
}
