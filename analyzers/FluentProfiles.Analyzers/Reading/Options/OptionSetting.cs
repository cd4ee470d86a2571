namespace FluentProfiles.Analyzers.Reading;

/// <summary>A property of an options object, and what it holds.</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">The value, or null where it can't be told.</param>
internal sealed record OptionSetting(IPropertySymbol Property, IOperation? Value);
