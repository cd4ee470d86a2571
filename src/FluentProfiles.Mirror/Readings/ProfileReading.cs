using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Readings;

/// <summary>The reading of one profile by its id.</summary>
/// <param name="Id">The id.</param>
/// <param name="Row">What the service has; null if it answers 404.</param>
/// <param name="Effect">What the reading has done to the mirror.</param>
internal sealed record ProfileReading(string Id, ProfileRow? Row, ReadingEffect Effect);
