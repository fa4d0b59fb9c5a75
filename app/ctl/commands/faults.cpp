// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {
// The contract of the exit status.
Command faults()
{
    return {"faults", "", "what each exit status means", {}, false, [](Call &) -> Result<Reply> {
                Json::Array list;
                std::string lines;
                for (int number = 1; number < 256; ++number) {
                    const auto code = static_cast<FaultCode>(number);
                    const std::string name(faultName(code));
                    if (name.empty() || (code != FaultCode::Internal && name == faultName(FaultCode::Internal)))
                        continue;
                    list.emplace_back(Json::Object{{"exit", Json(number)}, {"code", Json(name)}, {"advice", Json(faultAdvice(code))}});
                    lines += std::to_string(number) + "  " + name + "\n    " + std::string(faultAdvice(code)) + "\n";
                }
                return Reply{{{"faults", Json(std::move(list))}}, lines};
            }};
}

} // namespace caseward::ctl
