using FluentProfiles.Sources;

namespace FluentProfiles;

/// <summary>The client behind <see cref="Profiles"/>, whichever it is when a run starts.</summary>
internal sealed class AmbientSource : QuerySource
{
    public override QueryEnvironment Open(SourceSettings settings) => Profiles.Current.Source.Open(settings);
}
