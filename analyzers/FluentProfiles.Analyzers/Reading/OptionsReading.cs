namespace FluentProfiles.Analyzers.Reading;

/// <summary>An options object as far as the method shows it.</summary>
internal sealed class OptionsReading(IObjectCreationOperation creation, BetaLevel betas)
{
    public IObjectCreationOperation Creation => creation;

    public BetaLevel Betas => betas;
}
