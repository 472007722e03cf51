//! How plain egui widgets look in our theme.

use egui::style::{ScrollStyle, Selection, WidgetVisuals};
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::Tokens;
use crate::ui::fonts;

/// Gives `style` the fonts, distances and colours of `tokens`.
pub(super) fn apply(style: &mut Style, theme: Theme, tokens: &Tokens) {
    let size = &tokens.size;
    style.text_styles = [
        (TextStyle::Small, FontId::new(size.caption, FontFamily::Proportional)),
        (TextStyle::Body, FontId::new(size.body, FontFamily::Proportional)),
        (TextStyle::Button, FontId::new(size.body, fonts::medium())),
        (TextStyle::Heading, FontId::new(size.heading, fonts::semibold())),
        (TextStyle::Monospace, FontId::new(size.small, FontFamily::Monospace)),
    ]
    .into();
    style.animation_time = tokens.time.quick;
    style.interaction.tooltip_delay = tokens.time.tooltip;
    style.interaction.selectable_labels = false;
    spacing(style, tokens);
    style.visuals = visuals(theme, tokens);
}

fn spacing(style: &mut Style, tokens: &Tokens) {
    let (space, shade) = (&tokens.space, &tokens.shade);
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space.base, space.near);
    spacing.button_padding = vec2(space.button, space.tight);
    spacing.interact_size = vec2(tokens.size.control, tokens.size.target);
    spacing.window_margin = Margin::from(space.gap);
    spacing.menu_margin = Margin::from(space.near);
    spacing.menu_spacing = space.hair;
    spacing.indent = space.gap;
    spacing.icon_width = tokens.size.tick_box;
    spacing.icon_width_inner = tokens.size.tick_inner;
    spacing.icon_spacing = space.base;
    spacing.combo_height = tokens.width.combo_height;
    spacing.tooltip_width = tokens.width.tooltip;
    spacing.extra_text_line_spacing = tokens.size.line_gap;
    spacing.scroll = ScrollStyle {
        bar_width: tokens.size.scroll_bar,
        floating_width: tokens.size.scroll_bar / 2.0,
        floating_allocated_width: space.scroll,
        bar_inner_margin: space.hair,
        bar_outer_margin: space.hair,
        dormant_handle_opacity: shade.scroll_at_rest,
        active_handle_opacity: shade.scroll_near,
        interact_handle_opacity: shade.scroll_held,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: shade.scroll_groove,
        foreground_color: true,
        ..ScrollStyle::floating()
    };
}

/// A shadow that falls straight down.
pub(super) fn shadow(drop: u8, blur: u8, color: Color32) -> Shadow {
    Shadow { offset: [0, drop.cast_signed()], blur, spread: 0, color }
}

/// The look of a control in one state.
fn control(tokens: &Tokens, fill: Color32, edge: Color32, ink: Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(tokens.stroke.line, edge),
        corner_radius: CornerRadius::same(tokens.radius.control),
        fg_stroke: Stroke::new(tokens.stroke.line, ink),
        expansion: 0.0,
    }
}

fn visuals(theme: Theme, tokens: &Tokens) -> Visuals {
    let color = &tokens.color;
    let mut visuals = theme.default_visuals();
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = control(tokens, color.panel, color.line, color.text);
    widgets.inactive = control(tokens, color.control, color.edge, color.text);
    widgets.hovered = control(tokens, color.hover, color.edge, color.text);
    // egui draws a control that has the keyboard as active: the accent around it is its focus ring.
    widgets.active = control(tokens, color.pressed, color.accent, color.text);
    widgets.active.bg_stroke.width = tokens.stroke.focus;
    widgets.open = control(tokens, color.hover, color.line_strong, color.text);
    visuals.selection = Selection { bg_fill: color.accent_tint, stroke: Stroke::new(tokens.stroke.mark, color.accent) };
    visuals.weak_text_color = Some(color.dim);
    visuals.hyperlink_color = color.accent;
    visuals.faint_bg_color = color.raised;
    visuals.extreme_bg_color = color.field;
    visuals.text_edit_bg_color = Some(color.field);
    visuals.code_bg_color = color.raised;
    visuals.warn_fg_color = color.caution;
    visuals.error_fg_color = color.bad;
    visuals.panel_fill = color.bg;
    visuals.window_fill = color.panel;
    visuals.window_stroke = Stroke::new(tokens.stroke.line, color.line_strong);
    visuals.window_corner_radius = CornerRadius::same(tokens.radius.panel);
    visuals.menu_corner_radius = CornerRadius::same(tokens.radius.card);
    visuals.window_highlight_topmost = false;
    visuals.window_shadow = shadow(tokens.shadow.window_drop, tokens.shadow.window_blur, color.shadow);
    visuals.popup_shadow = shadow(tokens.shadow.popup_drop, tokens.shadow.popup_blur, color.shadow);
    visuals.text_cursor.stroke = Stroke::new(tokens.stroke.mark, color.accent);
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = egui::style::HandleShape::Circle;
    visuals.striped = false;
    visuals.disabled_alpha = tokens.shade.disabled;
    visuals
}
