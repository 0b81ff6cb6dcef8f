using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Pages;

/// <summary>Answered in place of a page: a problem, as any other, or what is kept.</summary>
public sealed class AnswerResult(IResult answer) : IActionResult
{
    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context) => answer.ExecuteAsync(context.HttpContext);
}
