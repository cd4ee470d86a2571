namespace FluentProfiles.Tests.Properties.Expressions.Captured;

internal interface IBox
{
    object? Captured { get; }
}
