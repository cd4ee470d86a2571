namespace FluentProfiles.Browser.Tests;

/// <summary>Classes that share one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
