namespace FluentProfiles;

/// <summary>The control is off: no region has a key.</summary>
public sealed class CmekDisabled() : CmekControl(DataControlType.Disabled);
