namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>How a condition is put together.</summary>
internal enum Join
{
    Atom,
    And,
    Or,
    Not,
    Choice,
}
