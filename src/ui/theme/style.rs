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
    let space = &tokens.space;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space.base, space.near);
    spacing.button_padding = vec2(10.0, space.tight);
    spacing.interact_size = vec2(32.0, tokens.size.target);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(6);
    spacing.menu_spacing = space.hair;
    spacing.indent = space.gap;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 9.0;
    spacing.icon_spacing = space.base;
    spacing.combo_height = 320.0;
    spacing.tooltip_width = 360.0;
    spacing.extra_text_line_spacing = tokens.size.line_gap;
    spacing.scroll = ScrollStyle {
        bar_width: 7.0,
        floating_width: 3.0,
        floating_allocated_width: 6.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 2.0,
        dormant_handle_opacity: 0.2,
        active_handle_opacity: 0.5,
        interact_handle_opacity: 0.8,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.25,
        foreground_color: true,
        ..ScrollStyle::floating()
    };
}

/// The look of a control in one state.
fn control(tokens: &Tokens, fill: Color32, edge: Color32, ink: Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(tokens.radius.control),
        fg_stroke: Stroke::new(1.0, ink),
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
    widgets.active.bg_stroke.width = tokens.size.focus_ring;
    widgets.open = control(tokens, color.hover, color.line_strong, color.text);
    visuals.selection = Selection { bg_fill: color.accent_tint, stroke: Stroke::new(1.5, color.accent) };
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
    visuals.window_stroke = Stroke::new(1.0, color.line_strong);
    visuals.window_corner_radius = CornerRadius::same(tokens.radius.panel);
    visuals.menu_corner_radius = CornerRadius::same(tokens.radius.card);
    visuals.window_highlight_topmost = false;
    visuals.window_shadow = Shadow { offset: [0, 10], blur: 32, spread: 0, color: color.shadow };
    visuals.popup_shadow = Shadow { offset: [0, 6], blur: 18, spread: 0, color: color.shadow };
    visuals.text_cursor.stroke = Stroke::new(1.5, color.accent);
    visuals.indent_has_left_vline = false;
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = egui::style::HandleShape::Circle;
    visuals.striped = false;
    visuals.disabled_alpha = 0.55;
    visuals
}
