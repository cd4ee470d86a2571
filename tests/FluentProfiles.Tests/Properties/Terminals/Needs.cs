namespace FluentProfiles.Tests.Properties.Terminals;

/// <summary>What the result of a terminal depends on.</summary>
internal enum Needs
{
    /// <summary>The items in their order.</summary>
    Order,

    /// <summary>Which items there are.</summary>
    Items,

    /// <summary>How many items there are.</summary>
    Number,
}
