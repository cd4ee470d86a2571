namespace FluentProfiles.Browser.Tests;

/// <summary>A theory in a real browser, skipped where there is none.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyNot;
}
