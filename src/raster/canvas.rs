//! The picture being drawn: rows of premultiplied pixels, blended in gamma space as egui expects.

use egui::Color32;

/// One colour with premultiplied alpha, 0 to 255 per channel.
pub(super) type Rgba = [f32; 4];

/// A picture in the making.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

impl Canvas {
    /// A picture of one colour.
    pub(super) fn filled(width: usize, height: usize, colour: Color32) -> Self {
        Self { width, height, pixels: vec![colour.to_array(); width * height] }
    }

    /// Width and height in pixels, as the triangles count them.
    pub(super) fn extent(&self) -> (i64, i64) {
        (to_signed(self.width), to_signed(self.height))
    }

    /// The pixels of row `y` from `from` up to `to`; empty where that leaves the picture.
    pub(super) fn span(&mut self, y: i64, from: i64, to: i64) -> &mut [[u8; 4]] {
        let (Ok(y), Ok(from), Ok(to)) = (usize::try_from(y), usize::try_from(from), usize::try_from(to)) else {
            return &mut [];
        };
        if y >= self.height || to > self.width {
            return &mut [];
        }
        let row = y * self.width;
        self.pixels.get_mut(row + from..row + to).unwrap_or_default()
    }

    /// The finished bytes, row by row.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.pixels.into_flattened()
    }
}

/// A size as the triangles count it.
fn to_signed(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// Rounds one channel to a byte; values outside the range end at its edges.
#[inline]
fn to_byte(channel: f32) -> u8 {
    (channel + 0.5) as u8
}

/// Covers `pixels` with one colour.
pub(super) fn cover(pixels: &mut [[u8; 4]], colour: Rgba) {
    if colour[3] >= 254.999 {
        pixels.fill(colour.map(to_byte));
    } else {
        for pixel in pixels {
            blend(pixel, colour);
        }
    }
}

/// Lays `over` on top of `pixel`.
#[inline]
pub(super) fn blend(pixel: &mut [u8; 4], over: Rgba) {
    let keep = 1.0 - over[3] * (1.0 / 255.0);
    for (below, above) in pixel.iter_mut().zip(over) {
        *below = to_byte(above + f32::from(*below) * keep);
    }
}
