namespace FluentProfiles;

/// <summary>A control of a type that this version does not know, kept in <see cref="CmekControl.Type"/>; its other members are in
/// <see cref="CmekControl.AdditionalProperties"/>.</summary>
public sealed class CmekUnknown() : CmekControl(default)
{
    internal static CmekUnknown Missing { get; } = new();
}
