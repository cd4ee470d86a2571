using FluentProfiles.Model.Schema;

namespace FluentProfiles.Writing.Single;

/// <summary>A field and what it is set to, as the text that JSON will hold; null clears it. Every field that can be written,
/// metadata apart, is a string in JSON.</summary>
internal readonly record struct FieldText(ProfileField Field, string? Text);
